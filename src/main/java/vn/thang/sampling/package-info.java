/** Audit samples: answers drawn by rule, judged by reviewers, and what follows for the whole. */
package vn.thang.sampling;
