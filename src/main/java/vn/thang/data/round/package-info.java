/** Results of rounds row by row: hand-in, results, answers. */
package vn.thang.data.round;
