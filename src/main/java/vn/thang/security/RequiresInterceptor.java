package vn.thang.security;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;

/** Holds {@link Requires}: the annotation of the method counts, else that of its class. */
@Requires
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresInterceptor {

    @Inject
    private Caller caller;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        Requires required = call.getMethod().getAnnotation(Requires.class);
        if (required == null) {
            required = call.getMethod().getDeclaringClass().getAnnotation(Requires.class);
        }
        if (Arrays.stream(required.value()).noneMatch(caller::can)) {
            caller.check(required.value()[0]);
        }
        return call.proceed();
    }
}
