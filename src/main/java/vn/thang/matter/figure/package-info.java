/** What stands about matters at a figure: the open ones, its owner, and the way to ask about it. */
package vn.thang.matter.figure;
