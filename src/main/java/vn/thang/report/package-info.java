/** Numbers to take away: workbooks by definition whose formulas recompute the scores, and pictures of charts. */
package vn.thang.report;
