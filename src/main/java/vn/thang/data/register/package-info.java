/** What stands in registers, row by row: discrepancies, matters with their steps, readings. */
package vn.thang.data.register;
