/** Sections of a form that are given to colleagues and units: who may read and change which part of it. */
package vn.thang.assessment.section;
