/**
 * What people are told, in the application and by mail. It hears of changes by events and reads the tables of the other
 * features; nobody reads it. Here stand the notices themselves: of what kind one is, who reads it, and their table; the
 * rooms write them, list them and send them.
 */
package vn.thang.notice;
