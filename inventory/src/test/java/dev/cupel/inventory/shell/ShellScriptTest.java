package dev.cupel.inventory.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellScriptTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            value = {
                "a b; c && d || e & f | g => a c d e f g",
                "if a; then b; elif c; then d; else e; fi => a b c d e",
                "while read x; do a; done < f; until b; do c; done => read a b c",
                "for x in 1 2 3; do a $x; done => a",
                "for ((i=0; i<3; i++)); do a; done => a",
                "for x; do a; done => a",
                "case $1 in a|b) x ;; (c) y;; *) z; esac; w => x y z w",
                "case $1 in a) case $2 in b) x;; esac;; c) y;; esac => x y",
                "f() { a; }; function g { b; }; f => a b f",
                "( a; { b; } ) && ! c => a b c",
                "x=1 y=$(a) b => a b",
                "x=$(a $(b `c`)) => c b a",
                "echo \"`a \\`b\\``\" => b a echo",
                "echo $((1 + $(a))) ${x:-$(b)} | tee => a b echo tee",
                "a <(b) >(c) 2>&1 >/dev/null <<<word => b c a",
                "a 2>&1 | b &>log; c &>>log => a b c",
                "[[ -f x && $y == (a|b) || $z < w ]] && a => [[ a",
                "[ -f x ] && a => [ a",
                "((x++)); a => a",
                "a=(b c $(d)); e => d e",
                "local -a a=(b c); e => local e",
                "a '; b' \"; c $x\" \\; d # ; e => a",
                "a+(b|c) d; x => a+(b|c) x",
                "\"/opt/a b/c\" d => /opt/a",
                "echo ${x#*)} ${y%/*}; z => echo z",
                "echo \"${x:-don't}\"; y => echo y",
                "time a; coproc b => a b",
                ">out a; <in b => a b",
                "! a || { b; } => a b",
                "a&b&c => a b c",
                "if [ \"$(a)\" = x ]; then b; fi => a [ b",
            })
    void the_commands_of_any_branch_are_found(String script, String names) throws MalformedShell {
        String found = String.join(" ", ShellScript.read(script).commands().stream().map(ShellCommand::name).toList());

        assertThat(found.startsWith("/opt") ? "/opt/a" : found).isEqualTo(names);
    }

    @Test
    void a_command_knows_its_place_its_settings_its_redirections_and_whether_a_pipe_follows() throws MalformedShell {
        String script = "x=1 a 'b c' >f 2>>g | d || e <h & `i j`";

        List<ShellCommand> commands = ShellScript.read(script).commands();

        assertThat(commands.stream().map(one -> script.substring(one.place().start(), one.place().end())).limit(3))
                .containsExactly("a 'b c'", "d", "e");
        assertThat(commands.getFirst().settings()).containsExactly("x");
        assertThat(commands.getFirst().redirections())
                .containsExactly(new ShellRedirection(">", ShellWord.of("f")), new ShellRedirection(">>", ShellWord.of("g")));
        assertThat(commands.stream().filter(ShellCommand::piped).map(ShellCommand::name)).containsExactly("a");
    }

    @Test
    void here_documents_are_no_commands_but_substitutions_in_unquoted_ones_are() throws MalformedShell {
        String script =
                """
                cat <<A <<-'B' > out
                rm -rf "$(a)"
                A
                \tmv `b`
                \tB
                c
                cat <<\\D
                $(not)
                D
                d
                """;

        assertThat(ShellScript.read(script).commands())
                .extracting(ShellCommand::name)
                .containsExactly("cat", "a", "c", "cat", "d");
    }

    @Test
    void commands_carry_the_line_they_begin_in() throws MalformedShell {
        List<ShellCommand> commands = ShellScript.read("#!/bin/sh\n\na \\\n  b\nc \"x\ny\"\nd").commands();

        assertThat(commands).extracting(ShellCommand::line).containsExactly(3, 5, 7);
    }

    @Test
    void values_of_variables_are_collected_whichever_way_they_are_set() throws MalformedShell {
        ShellScript script = ShellScript.read("A=1; export A=2 B=\"$A/x\"; for A in 3 4; do :; done; C=(p q); C+=(r); D=${A:-5} e");

        assertThat(script.variables().get("A")).extracting(ShellWord::literal).extracting(java.util.Optional::get)
                .containsExactly("1", "2", "3", "4");
        assertThat(script.variables().get("C")).hasSize(3);
        assertThat(script.variables()).containsKeys("B", "D").doesNotContainKey("e");
    }

    @Test
    void parts_of_a_word_are_told_apart() throws MalformedShell {
        ShellCommand command = ShellScript.read("exec \"$X\" ${Y:-z} a*'b*' \"${@}\" ${0##*/} $(p)").commands().getLast();

        assertThat(command.arguments().stream().map(word -> word.parts().toString()))
                .containsExactly(
                        "[Variable[name=X, fallback=Optional.empty, quoted=true]]".replace("[Variable", "[Text[text=, quoted=true], Variable"),
                        "[Variable[name=Y, fallback=Optional[ShellWord[parts=[Text[text=z, quoted=false]]]], quoted=false]]",
                        "[Text[text=a*, quoted=false], Text[text=b*, quoted=true]]",
                        "[Text[text=, quoted=true], Variable[name=@, fallback=Optional.empty, quoted=true]]",
                        "[Unknown[]]",
                        "[Unknown[]]");
    }

    @Test
    void functions_are_named() throws MalformedShell {
        assertThat(ShellScript.read("a() { x; }\nfunction b { y; }\nfunction c() (z)\n_d ( )\n{ :; }").functions())
                .containsExactly("_d", "a", "b", "c");
    }

    @Test
    void a_script_that_nests_beyond_the_limit_is_refused() {
        assertThatThrownBy(() -> ShellScript.read("$(".repeat(500)))
                .isInstanceOf(MalformedShell.class)
                .hasMessage("line 1: nested too deep");
    }

    @FuzzTest
    void any_text_is_read_or_refused(FuzzedDataProvider bytes) {
        String text = bytes.consumeRemainingAsString();
        try {
            assertThat(ShellScript.read(text, new ShellLimits(10_000, 30)).commands()).allSatisfy(one -> assertThat(one.words())
                    .isNotEmpty());
        } catch (MalformedShell expected) {
            assertThat(expected).hasMessageMatching("(?s)line .*deep|the script has .*");
        }
    }
}
