/**
 * What people are told, in the application and by mail. It hears of changes by events and reads the tables of the other
 * features; nobody reads it.
 */
package vn.thang.notice;
