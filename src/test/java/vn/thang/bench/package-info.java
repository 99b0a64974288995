/** Measurements of a full national round; each figure is printed beside its reference, taken in the same run. */
package vn.thang.bench;
