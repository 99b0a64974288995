/** The way to the database: statements and their rows by name, migration, the rights of the account, one transaction. */
package vn.thang.platform.sql;
