/** What people are told, in the application and by mail: it hears of changes by events, reads the other features' tables, and nobody reads it. */
package vn.thang.notice;
