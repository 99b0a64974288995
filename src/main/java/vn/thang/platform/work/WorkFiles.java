package vn.thang.platform.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.thang.platform.Sha256;

/**
 * The files that work has made. A large one is kept in parts, each of which the database takes in one packet, so that neither
 * who keeps it nor who reads it holds it as a whole.
 */
@ApplicationScoped
class WorkFiles {

    /** The packets of the database are eight times as large. */
    static final int PART = 8 * 1024 * 1024;

    @Inject
    private Jdbi jdbi;

    private record Head(String name, String mediaType, String sha256) {
    }

    /** Keeps the file of work in place of the one that it had. */
    void keep(Handle sql, long work, WorkFile file) {
        sql.createUpdate("DELETE FROM work_file_part WHERE work_id = :id").bind("id", work).execute();
        sql.createUpdate("""
                REPLACE INTO work_file (work_id, name, media_type, content) VALUES (:id, :name, :mediaType, '')""")
                .bind("id", work).bind("name", file.name()).bind("mediaType", file.mediaType()).execute();
        MessageDigest digest = Sha256.begin();
        try (OutputStream parts = new DigestOutputStream(new Parts(sql, work), digest)) {
            file.content().to(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sql.createUpdate("UPDATE work_file SET sha256 = :sha256 WHERE work_id = :id").bind("id", work)
                .bind("sha256", HexFormat.of().formatHex(digest.digest())).execute();
    }

    Optional<WorkFile> find(long work) {
        return jdbi.withHandle(sql -> sql
                .createQuery("SELECT name, media_type, sha256 FROM work_file WHERE work_id = :id")
                .bind("id", work).mapTo(Head.class).findOne())
                .map(head -> new WorkFile(head.name(), head.mediaType(), out -> write(work, out), head.sha256()));
    }

    private void write(long work, OutputStream out) throws IOException {
        Optional<byte[]> part = part(work, 0);
        for (int number = 1; part.isPresent(); number++) {
            out.write(part.get());
            part = part(work, number);
        }
    }

    /** Returns a part by its number, the first of which stands with the name of the file. */
    private Optional<byte[]> part(long work, int number) {
        return jdbi.withHandle(sql -> sql.createQuery(number == 0 ? """
                SELECT content FROM work_file WHERE work_id = :id AND :number = 0""" : """
                SELECT content FROM work_file_part WHERE work_id = :id AND part = :number""").bind("id", work)
                .bind("number", number).mapTo(byte[].class).findOne());
    }

    /** Cuts what is written into parts and stores each as soon as it is full. */
    private static final class Parts extends OutputStream {

        private final Handle sql;
        private final long work;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private int number;

        Parts(Handle sql, long work) {
            this.sql = sql;
            this.work = work;
        }

        @Override
        public void write(int one) {
            write(new byte[]{(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) {
            int at = from;
            while (at < from + length) {
                int fits = Math.min(PART - part.size(), from + length - at);
                part.write(some, at, fits);
                at += fits;
                if (part.size() == PART) {
                    store();
                }
            }
        }

        private void store() {
            sql.createUpdate(number == 0 ? """
                    UPDATE work_file SET content = :content WHERE work_id = :id AND :number = 0""" : """
                    INSERT INTO work_file_part (work_id, part, content) VALUES (:id, :number, :content)""")
                    .bind("content", part.toByteArray()).bind("id", work).bind("number", number).execute();
            part.reset();
            number++;
        }

        @Override
        public void close() {
            if (part.size() > 0) {
                store();
            }
        }
    }
}
