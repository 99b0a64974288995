/** The list of a person's notices: its page, its file, and marking as read. */
package vn.thang.notice.list;
