/** Targets row by row, with history and coverage. */
package vn.thang.data.target;
