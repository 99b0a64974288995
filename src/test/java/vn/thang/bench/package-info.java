/** Measurements of a full national round; each figure stands beside its reference, taken in the same run, in one table. */
package vn.thang.bench;
