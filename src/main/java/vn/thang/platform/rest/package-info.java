/** What all REST resources have in common: the application, refusals as problems, the document of the API. */
package vn.thang.platform.rest;
