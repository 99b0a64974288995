/** Views of lists that a person keeps. */
package vn.thang.organisation.view;
