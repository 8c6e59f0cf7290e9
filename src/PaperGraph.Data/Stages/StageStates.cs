using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Model;

namespace PaperGraph.Data.Stages;

/// <summary>Keeps account of what the stages have stored the result of.</summary>
public static class StageStates
{
    private const string Read = "select version, seen from stage_states where stage = @stage";

    private const string Write = """
        insert into stage_states (stage, version, seen)
        values (@stage, @version, @seen)
        on conflict (stage) do update
        set version = excluded.version, seen = excluded.seen
        where (stage_states.version, stage_states.seen) is distinct from (excluded.version, excluded.seen)
        """;

    private const string Forget = """
        delete from stage_states;
        delete from resolutions;
        update concepts set digest = 0 where digest <> 0
        """;

    /// <summary>Takes the write lock, so that what is read after it is all that there is.</summary>
    /// <returns>What the stage has seen; null where it has never come to its end.</returns>
    public static async Task<StageState?> BeginAsync(
        NpgsqlTransaction transaction, DerivingStage stage, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        var states = await transaction.QueryAsync(
            Read,
            reader => new StageState { Stage = stage, Version = reader.GetString(0), Seen = reader.GetInt64(1) },
            cancellationToken,
            ("stage", StoredName.For(stage)));
        return states.SingleOrDefault();
    }

    /// <summary>Notes what a stage has seen, in the transaction that stores what follows from it.</summary>
    public static Task WriteAsync(NpgsqlTransaction transaction, StageState state, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            Write,
            cancellationToken,
            ("stage", StoredName.For(state.Stage)),
            ("version", state.Version),
            ("seen", state.Seen));

    /// <summary>Makes all stages compare all they come to with what is stored, as if nothing were known of the last time.</summary>
    public static async Task ForgetAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.ExecuteAsync(Forget, cancellationToken);
    }
}
