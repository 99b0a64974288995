/** What other systems are told as it happens: signed calls to addresses that the administrator names, tried again, with a log. */
package vn.thang.hook;
