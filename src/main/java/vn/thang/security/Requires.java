package vn.thang.security;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The caller needs the permission somewhere before the method is entered. Which agency is concerned the use case alone
 * knows: it calls {@link Caller#check(Permission, String)} as soon as it has it.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {

    /** One of these is enough. */
    @Nonbinding
    Permission[] value() default Permission.VIEW;
}
