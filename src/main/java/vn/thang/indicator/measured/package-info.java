/** The levels that readings measure, for the assessment that asks. */
package vn.thang.indicator.measured;
