/** Agencies as lists, tree, pages and files, and their choice. */
package vn.thang.organisation.agency.directory;
