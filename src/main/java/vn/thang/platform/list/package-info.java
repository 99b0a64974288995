/** Lists that are cut in the database: order, page and filters in the address, and the same list as a file. */
package vn.thang.platform.list;
