/** Improvement plans of agencies, for answers and for own readings, from the offer to the measure. */
package vn.thang.matter.plan;
