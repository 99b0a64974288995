/** Rounds and assessments: who answers what until when, with which evidence, and what was handed in. */
package vn.thang.assessment;
