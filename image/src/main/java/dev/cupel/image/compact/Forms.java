package dev.cupel.image.compact;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the form of a type by what it is made of: records of records, lists, sets, sorted maps, optionals, enumerations, texts,
/// numbers. A type that is none of these is an [IllegalArgumentException].
final class Forms {
    private final Map<Type, Form> known = new HashMap<>();

    Forms() {
        Form text = Form.of(String.class, (value, out) -> out.path(value), CompactInput::path);
        Form whole = Form.of(Number.class, (value, out) -> out.signed(value.longValue()), CompactInput::signed);
        Form small = Form.of(Integer.class, (value, out) -> out.signed(value), in -> small(in.signed()));
        Form yesNo = Form.of(Boolean.class, (value, out) -> out.number(value ? 1 : 0), in -> in.number() != 0);
        Form fraction = Form.of(Double.class, (value, out) -> out.signed(Double.doubleToLongBits(value)), in -> Double.longBitsToDouble(in.signed()));
        known.put(String.class, text);
        known.put(long.class, whole);
        known.put(Long.class, whole);
        known.put(int.class, small);
        known.put(Integer.class, small);
        known.put(boolean.class, yesNo);
        known.put(Boolean.class, yesNo);
        known.put(double.class, fraction);
        known.put(Double.class, fraction);
        known.put(Instant.class, Form.of(Instant.class, Forms::write, Forms::instant));
    }

    Form of(Type type) {
        Form form = known.get(type);
        if (form == null) {
            form = make(type);
            known.put(type, form);
        }
        return form;
    }

    private Form make(Type type) {
        if (type instanceof Class<?> of && of.isRecord()) {
            return record(of);
        }
        if (type instanceof Class<?> of && of.isEnum()) {
            return enumeration(of.getEnumConstants());
        }
        if (type instanceof ParameterizedType generic) {
            Form first = of(generic.getActualTypeArguments()[0]);
            if (generic.getRawType() == Optional.class) {
                return optional(first);
            }
            if (generic.getRawType() == List.class) {
                return many(first, List::copyOf);
            }
            if (generic.getRawType() == Set.class) {
                return many(first, all -> Collections.unmodifiableSet(new LinkedHashSet<>(all)));
            }
            if (generic.getRawType() == SortedSet.class) {
                return many(first, TreeSet::new);
            }
            if (generic.getRawType() == SortedMap.class || generic.getRawType() == Map.class) {
                return map(first, of(generic.getActualTypeArguments()[1]));
            }
        }
        throw new IllegalArgumentException("no form for " + type);
    }

    private static int small(long value) throws DamagedRecord {
        if (value != (int) value) {
            throw new DamagedRecord("a number is too large");
        }
        return (int) value;
    }

    private static void write(Instant value, CompactOutput out) {
        out.signed(value.getEpochSecond());
        out.number(value.getNano());
    }

    private static Instant instant(CompactInput in) throws DamagedRecord {
        try {
            return Instant.ofEpochSecond(in.signed(), in.number());
        } catch (DateTimeException | ArithmeticException e) {
            throw new DamagedRecord("a time cannot be", e);
        }
    }

    private static Form enumeration(Object[] constants) {
        List<Object> all = List.of(constants);
        return Form.of(Object.class, (value, out) -> out.number(all.indexOf(value)), in -> {
            long place = in.number();
            if (place < 0 || place >= all.size()) {
                throw new DamagedRecord("a word is unknown");
            }
            return all.get((int) place);
        });
    }

    private static Form optional(Form inner) {
        return Form.of(
                Optional.class,
                (value, out) -> {
                    out.number(value.isPresent() ? 1 : 0);
                    if (value.isPresent()) {
                        inner.write(value.get(), out);
                    }
                },
                in -> in.number() == 0 ? Optional.empty() : Optional.of(inner.read(in)));
    }

    private interface Gathering {
        Object of(Collection<Object> all);
    }

    private static Form many(Form inner, Gathering gathering) {
        return Form.of(
                Collection.class,
                (value, out) -> {
                    out.number(value.size());
                    for (Object one : value) {
                        inner.write(one, out);
                    }
                },
                in -> {
                    int count = in.count();
                    List<Object> all = new ArrayList<>(count);
                    for (int i = 0; i < count; i++) {
                        all.add(inner.read(in));
                    }
                    return gathering.of(all);
                });
    }

    private static Form map(Form keys, Form values) {
        return Form.of(
                Map.class,
                (value, out) -> {
                    out.number(value.size());
                    for (Object one : value.entrySet()) {
                        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) one;
                        keys.write(entry.getKey(), out);
                        values.write(entry.getValue(), out);
                    }
                },
                in -> {
                    int count = in.count();
                    TreeMap<Object, Object> all = new TreeMap<>();
                    for (int i = 0; i < count; i++) {
                        all.put(keys.read(in), values.read(in));
                    }
                    return all;
                });
    }

    private Form record(Class<?> type) {
        List<Form> parts = new ArrayList<>();
        for (RecordComponent one : type.getRecordComponents()) {
            parts.add(of(one.getGenericType()));
        }
        return RecordParts.of(type, parts);
    }
}
