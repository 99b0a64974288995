/**
 * Notices by mail: what each person chose to get, the letters waiting to be sent, the server that takes them, and the
 * list of those that it refused.
 */
package vn.thang.notice.mail;
