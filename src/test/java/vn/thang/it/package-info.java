/** What the tests against the running application share: its database, its deployment, its browser. */
package vn.thang.it;
