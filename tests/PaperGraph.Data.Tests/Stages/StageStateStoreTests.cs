using PaperGraph.Data.Stages;
using PaperGraph.Data.Tests.Support;

namespace PaperGraph.Data.Tests.Stages;

public sealed class StageStateStoreTests(MigratedDatabase database) : DatabaseTests(database)
{
    private const string States = "select stage, version, seen from stage_states order by stage";

    [Fact]
    public async Task A_stage_that_never_ended_has_no_state() => (await ReadAsync(DerivingStage.Linking)).ShouldBeNull();

    [Fact]
    public async Task What_a_stage_has_seen_is_read_back()
    {
        await WriteAsync(DerivingStage.Resolving, "1", 7);
        await WriteAsync(DerivingStage.Linking, "2", -3);
        await WriteAsync(DerivingStage.Resolving, "1", 8);

        (await RowsAsync(States)).ShouldBe("""
            LINKING | 2 | -3
            RESOLVING | 1 | 8
            """);
        var state = await ReadAsync(DerivingStage.Resolving);
        (state!.Version, state.Seen).ShouldBe(("1", 8));
    }

    [Fact]
    public async Task Seeing_the_same_again_writes_no_row()
    {
        await WriteAsync(DerivingStage.Resolving, "1", 7);
        var before = await VersionsAsync();

        await WriteAsync(DerivingStage.Resolving, "1", 7);

        (await VersionsAsync()).ShouldBe(before);
    }

    private Task<StageState?> ReadAsync(DerivingStage stage) =>
        CommitAsync(t => StageStateStore.BeginAsync(t, stage, CancellationToken.None));

    private Task WriteAsync(DerivingStage stage, string version, long seen) => CommitAsync(t => StageStateStore.WriteAsync(
        t, new StageState { Stage = stage, Version = version, Seen = seen }, CancellationToken.None));
}
