/** From answers to levels, with every reason: one rule that serves criteria, dimensions and the whole. */
package vn.thang.core.scoring;
