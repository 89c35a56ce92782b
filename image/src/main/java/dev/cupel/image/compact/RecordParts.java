package dev.cupel.image.compact;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// The form of a record: its components, one after the other.
record RecordParts(Constructor<?> constructor, List<Method> accessors, List<Form> forms) implements Form {
    static RecordParts of(Class<?> type, List<Form> forms) {
        List<Method> accessors = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent one : type.getRecordComponents()) {
            Method accessor = one.getAccessor();
            accessor.setAccessible(true);
            accessors.add(accessor);
            types.add(one.getType());
        }
        return new RecordParts(canonical(type, types), List.copyOf(accessors), List.copyOf(forms));
    }

    private static Constructor<?> canonical(Class<?> type, List<Class<?>> parameters) {
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(parameters.toArray(Class<?>[]::new));
            canonical.setAccessible(true);
            return canonical;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor (JLS 8.10.4): " + type, e);
        }
    }

    @Override
    public void write(Object value, CompactOutput out) {
        for (int i = 0; i < forms.size(); i++) {
            try {
                forms.get(i).write(accessors.get(i).invoke(value), out);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record's component can be read: " + accessors.get(i), e);
            }
        }
    }

    @Override
    public Object read(CompactInput in) throws DamagedRecord {
        Object[] parts = new Object[forms.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = forms.get(i).read(in);
        }
        try {
            return constructor.newInstance(parts);
        } catch (InvocationTargetException e) {
            throw new DamagedRecord("it holds a value that cannot be", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be made: " + constructor, e);
        }
    }
}
