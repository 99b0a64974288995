/** The agencies as a dated tree, the people, and who holds which role where. */
package vn.thang.organisation;
