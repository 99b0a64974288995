/** Agencies from a file: read, checked, shown as a plan, and taken over whole. */
package vn.thang.organisation.sheet;
