using System.Text.Json;

namespace PaperGraph.Tests;

public sealed class RuntimeSettingsTests
{
    [Fact]
    public void Threads_of_the_pool_that_have_nothing_to_do_do_not_spin() =>
        Setting("System.Threading.ThreadPool.UnfairSemaphoreSpinLimit").ShouldBe(0);

    [Fact]
    public void New_objects_are_collected_before_they_take_much() => Setting("System.GC.Gen0MaxBudget").ShouldBe(4 * 1024 * 1024);

    [Fact]
    public void Gzip_that_is_cut_off_is_not_taken_for_whole() =>
        Value("System.IO.Compression.UseStrictValidation").GetBoolean().ShouldBeTrue();

    private static int Setting(string name) => Value(name).GetInt32();

    private static JsonElement Value(string name)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "papergraph.runtimeconfig.json")));
        return settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(name).Clone();
    }
}
