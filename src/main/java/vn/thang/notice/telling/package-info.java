/** Who is told what: each event and each last day that draws near becomes notices here. */
package vn.thang.notice.telling;
