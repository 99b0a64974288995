/** The rules of scoring and of targets: pure functions over exact numbers, without clock, storage or framework. */
package vn.thang.core;
