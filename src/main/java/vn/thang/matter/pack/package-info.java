/** What is taken into a meeting: one content, made from what is frozen, as PDF, Word and slides. */
package vn.thang.matter.pack;
