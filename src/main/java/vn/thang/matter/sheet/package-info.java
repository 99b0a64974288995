/** The report of an agency on its result: two to four pages, one by one or many in one archive. */
package vn.thang.matter.sheet;
