/** The trail as an auditor reads it: a page, a search, a file, and the head of it that documents carry. */
package vn.thang.audit.reading;
