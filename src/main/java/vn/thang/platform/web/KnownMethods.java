package vn.thang.platform.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Calls the method of an expression like {@code line.name(locale)} where just one method takes its arguments as they are, and
 * remembers which: the platform looks through all methods of the class at every call, and tells in a text that nobody reads why each
 * overload would not do, which took a fifth of the time of a page. All else is left to the platform.
 */
public class KnownMethods extends ELResolver {

    private final Map<Call, Optional<Method>> known = new ConcurrentHashMap<>();

    /** A null among the arguments has no class. */
    private record Call(Class<?> type, String name, List<Optional<Class<?>>> arguments) {
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] given) {
        if (base == null || types != null || !(method instanceof String name)) {
            return null;
        }
        Object[] arguments = given == null ? new Object[0] : given;
        List<Optional<Class<?>>> classes = new ArrayList<>();
        for (Object argument : arguments) {
            classes.add(Optional.ofNullable(argument).map(Object::getClass));
        }
        Optional<Method> found = known.computeIfAbsent(new Call(base.getClass(), name, classes), KnownMethods::find);
        if (found.isEmpty()) {
            return null;
        }
        try {
            Object result = found.get().invoke(base, arguments);
            context.setPropertyResolved(base, method);
            return result;
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    /** Finds the only public method that takes these arguments without any change; none where overloads would have to be weighed. */
    private static Optional<Method> find(Call call) {
        List<Method> named = Stream.of(call.type().getMethods())
                .filter(one -> one.getName().equals(call.name()) && !one.isBridge() && !one.isVarArgs()
                        && !Modifier.isStatic(one.getModifiers()) && takes(one, call.arguments()))
                .toList();
        boolean one = named.stream().map(method -> Arrays.asList(method.getParameterTypes())).distinct().count() == 1;
        return one ? named.stream().flatMap(method -> open(call.type(), method)).findFirst() : Optional.empty();
    }

    private static boolean takes(Method method, List<Optional<Class<?>>> arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments.size() && IntStream.range(0, types.length).allMatch(
                i -> arguments.get(i).map(given -> boxed(types[i]).isAssignableFrom(given))
                        .orElse(!types[i].isPrimitive()));
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** The method as a public class or interface declares it, since a class that is not public lets nobody call it. */
    private static Stream<Method> open(Class<?> type, Method method) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Method> here = Modifier.isPublic(type.getModifiers())
                && type.getModule().isExported(type.getPackageName(), KnownMethods.class.getModule())
                        ? Stream.of(type.getDeclaredMethods()).filter(one -> one.getName().equals(method.getName())
                                && Modifier.isPublic(one.getModifiers()) && !one.isBridge()
                                && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))
                        : Stream.empty();
        return Stream.of(here, open(type.getSuperclass(), method),
                Stream.of(type.getInterfaces()).flatMap(one -> open(one, method))).flatMap(all -> all);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // values are set by the platform
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
