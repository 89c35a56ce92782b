package dev.cupel.slim.analysis.system.dotnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.cupel.image.rootfs.RootFs;
import dev.cupel.slim.TestRoots;
import dev.cupel.slim.analysis.system.TestContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotnetAnalyzerTest {
    @TempDir
    private Path work;

    @Test
    void settings_choose_the_newest_patch_of_a_framework_and_the_one_below_it() throws Exception {
        RootFs root = made("""
                echo '{"runtimeOptions":{"framework":{"name":"Microsoft.AspNetCore.App","version":"8.0.0"}}}' > app/web.runtimeconfig.json
                """);

        assertThat(TestContext.of(root).needs(new DotnetAnalyzer(), "/app/web.runtimeconfig.json"))
                .containsExactlyInAnyOrder(
                        "/usr/share/dotnet/shared/Microsoft.AspNetCore.App/8.0.11/**", "/usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.11/**",
                        "/usr/share/dotnet/dotnet/**", "/usr/share/dotnet/host/**");
    }

    @Test
    void a_program_leads_to_its_settings_and_its_list_to_assemblies() throws Exception {
        RootFs root = made(
                """
                touch app/web.dll
                echo '{"targets":{"net8.0":{"A/1.0":{"runtime":{"lib/net8.0/A.dll":{}},"native":{"runtimes/linux-x64/native/a.so":{}}}}}}' > app/web.deps.json
                """);

        assertThat(TestContext.of(root).needs(new DotnetAnalyzer(), "/app/web.dll")).contains("/app/web.deps.json", "/app/web.runtimeconfig.json");
        assertThat(TestContext.of(root).needs(new DotnetAnalyzer(), "/app/web.deps.json"))
                .containsExactlyInAnyOrder("/app/A.dll", "/app/lib/net8.0/A.dll", "/app/a.so", "/app/runtimes/linux-x64/native/a.so");
    }

    @FuzzTest
    void any_bytes_list_something_or_nothing(byte[] bytes) {
        assertThat(DotnetJson.assets(bytes)).isNotNull();
        assertThat(DotnetJson.frameworks(bytes)).isNotNull();
    }

    private RootFs made(String script) throws Exception {
        return new TestRoots(work)
                .made("mkdir -p app usr/share/dotnet/host usr/share/dotnet/shared/Microsoft.NETCore.App/6.0.1 usr/share/dotnet/shared/Microsoft.NETCore.App/8.0.11"
                        + " usr/share/dotnet/shared/Microsoft.AspNetCore.App/8.0.11 usr/share/dotnet/shared/Microsoft.AspNetCore.App/8.0.9\n" + script);
    }
}
