package vn.thang.platform.sql;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.Optional;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMappers;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.mapper.reflect.ReflectionMappers;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Makes the one {@link Jdbi} through which collections send SQL. A collection injects it and asks
 * {@code jdbi.withHandle(sql -> sql.createQuery("...").bind("name", value).mapTo(SomeRecord.class).list())}.
 *
 * <p>A handle takes part in the transaction of the use case and never begins or ends one; EclipseLink must have flushed
 * what a statement is to see, and {@link Flushed} sees to that. Where no transaction runs, each statement stands alone. A
 * handle is used in its callback only.
 *
 * <p>Rows become records by name: the column {@code handed_in_at} is the component {@code handedInAt}. Every column must
 * have its component, and a component of a primitive type must have a value, or the statement fails. Moments are
 * {@link Instant}s and stand in the database in UTC. Enumerations are stored by name. Lists are bound with
 * {@code bindList} to {@code IN (<names>)}; one that may be empty needs {@code EmptyHandling.NULL_KEYWORD}, with which
 * {@code IN} finds no row.
 */
@ApplicationScoped
public class Sql {

    /** Mappers of records are kept, since each handle forgets what it has found out about a class. */
    private static final ClassValue<RowMapper<?>> OF_RECORDS = new ClassValue<>() {

        @Override
        protected RowMapper<?> computeValue(Class<?> record) {
            return new RecordMapper<>(ConstructorMapper.of(canonical(record)));
        }
    };

    private static final TimeZone UTC = TimeZone.getTimeZone(ZoneOffset.UTC);

    @Resource(lookup = "jdbc/thang")
    private DataSource dataSource;

    @Produces
    @Singleton
    Jdbi jdbi() {
        return on(dataSource);
    }

    /** Returns a Jdbi with the conventions of the house on any data source, also outside of the server. */
    public static Jdbi on(DataSource dataSource) {
        return withConventions(Jdbi.create(dataSource));
    }

    /** Returns a Jdbi with the conventions of the house for a command that runs without the server; the url may name the user. */
    public static Jdbi at(String url, String user, String password) {
        return withConventions(user == null ? Jdbi.create(url) : Jdbi.create(url, user, password));
    }

    private static Jdbi withConventions(Jdbi jdbi) {
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(Handles.class).setForceEndTransactions(false);
        jdbi.setStatementBuilderFactory(connection -> new WithoutKeys());
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(Sql::message);
        jdbi.getConfig(ReflectionMappers.class).setStrictMatching(true);
        jdbi.getConfig(ColumnMappers.class).setCoalesceNullPrimitivesToDefaults(false);
        jdbi.registerRowMapper(Sql::ofRecord);
        jdbi.registerColumnMapper(new StoredMoment());
        jdbi.registerColumnMapper(new StoredDay());
        jdbi.registerArgument(new MomentArgument());
        return jdbi;
    }

    /**
     * Reads a moment as it stands in the database, in UTC; null for none. Not by {@code getObject} with a class: the pool
     * looks for that method by throwing and catching an exception for every value.
     */
    static Instant moment(ResultSet row, int column) throws SQLException {
        Timestamp stored = row.getTimestamp(column, Calendar.getInstance(UTC));
        return stored == null ? null : stored.toInstant();
    }

    /** Every record can be read without being registered. */
    private static Optional<RowMapper<?>> ofRecord(Type type, ConfigRegistry config) {
        return type instanceof Class<?> record && record.isRecord() ? Optional.of(OF_RECORDS.get(record))
                : Optional.empty();
    }

    /** Whatever other constructors a record has, a row gives all its components. */
    private static Constructor<?> canonical(Class<?> record) {
        try {
            return record.getDeclaredConstructor(Stream.of(record.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A failure names the statement but never its values, because they may be about people and failures are logged. */
    private static String message(StatementException failure) {
        StatementContext statement = failure.getStatementContext();
        return statement == null ? failure.getShortMessage()
                : failure.getShortMessage() + " [" + statement.getRawSql() + "]";
    }

    /**
     * Prepares statements without generated keys, unless they are asked for. The pool asks the driver for them wherever
     * nothing is said, and the driver then sends one statement for each row of a batch.
     */
    private static final class WithoutKeys extends DefaultStatementBuilder {

        @Override
        public PreparedStatement create(Connection connection, String sql, StatementContext statement)
                throws SQLException {
            return statement.isReturningGeneratedKeys() || statement.isConcurrentUpdatable()
                    ? super.create(connection, sql, statement)
                    : connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS);
        }
    }

    private static final class StoredMoment implements ColumnMapper<Instant> {

        @Override
        public Instant map(ResultSet row, int column, StatementContext statement) throws SQLException {
            return moment(row, column);
        }
    }

    /** Not by {@code getObject} with a class either, for the same reason as {@link Sql#moment}. */
    private static final class StoredDay implements ColumnMapper<LocalDate> {

        private static final int WRITTEN = "0000-00-00".length();

        @Override
        public LocalDate map(ResultSet row, int column, StatementContext statement) throws SQLException {
            String stored = row.getString(column);
            return stored == null ? null : LocalDate.parse(stored.substring(0, WRITTEN));
        }
    }

    private static final class MomentArgument extends AbstractArgumentFactory<Instant> {

        MomentArgument() {
            super(Types.TIMESTAMP);
        }

        @Override
        protected Argument build(Instant moment, ConfigRegistry config) {
            return (position, statement, context) -> statement.setObject(position,
                    LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        }
    }
}
