/** What counts are divided by where a source reports none: set by hand, frozen with the rounds that used them. */
package vn.thang.indicator.denominator;
