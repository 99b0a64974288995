/** What all pages have in common: filters before them, failures, language, admission, messages, addresses. */
package vn.thang.platform.web;
