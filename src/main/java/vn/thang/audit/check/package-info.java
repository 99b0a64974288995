/** The trail held against its blocks and anchors, on the page, over HTTP and without the application; each fault is named. */
package vn.thang.audit.check;
