using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperGraph.Data.Bulk;
using PaperGraph.Data.Groups;
using PaperGraph.Model;

namespace PaperGraph.Data.Stages;

/// <summary>Keeps account of what the stages have stored the result of; by SQL where each import does.</summary>
public static class StageStateStore
{
    private const string Read = "select version, seen from stage_states where stage = @stage";

    private const string Write = """
        insert into stage_states (stage, version, seen)
        values (@stage, @version, @seen)
        on conflict (stage) do update set version = excluded.version, seen = excluded.seen
        where (stage_states.version, stage_states.seen) <> (excluded.version, excluded.seen)
        """;

    // What PostgreSQL counts for a transaction holds what transactions of its session before it have changed in the last second, too.
    private const string Changes = """
        (select coalesce(sum(
            pg_stat_get_xact_tuples_inserted(c.oid) + pg_stat_get_xact_tuples_updated(c.oid)
                + pg_stat_get_xact_tuples_deleted(c.oid)), 0)
        from pg_class c
        where c.relnamespace = to_regnamespace(current_schema())
            and c.relkind = 'r'
            and c.relname not in ('import_runs', 'import_problems', 'stage_states'))
        """;

    private const string Observe = $"select set_config('papergraph.changes_before', {Changes}::text, true)";

    // Where PostgreSQL counts no changes, everything may have changed.
    private const string Advance = $"""
        insert into stage_states (stage, version, seen)
        select 'READING', '1', 1
        where not current_setting('track_counts')::boolean
            or {Changes} > coalesce(nullif(current_setting('papergraph.changes_before', true), ''), '0')::numeric
        on conflict (stage) do update set seen = stage_states.seen + 1
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
            ("stage", EnumName.For(stage)));
        return states.SingleOrDefault();
    }

    /// <summary>Notes what a stage has seen, in the transaction that stores what follows from it.</summary>
    public static async Task WriteAsync(NpgsqlTransaction transaction, StageState state, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.ExecuteAsync(
            Write, cancellationToken, ("stage", EnumName.For(state.Stage)), ("version", state.Version), ("seen", state.Seen));
    }

    /// <summary>Begins to look which rows a transaction changes, for <see cref="AdvanceReadingAsync"/>.</summary>
    public static Task ObserveAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(Observe, cancellationToken);

    /// <summary>
    /// Notes that documents have stated something, in the transaction that stores it. Where it has changed no row since it was observed,
    /// all was stated before, and no stage need look at it again.
    /// </summary>
    public static async Task AdvanceReadingAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await transaction.ExecuteAsync(Advance, cancellationToken);
    }

    /// <summary>
    /// Makes all stages behind the merging of papers compare all they come to with what is stored, as if nothing were known of the last
    /// time. That papers are not counted yet is kept.
    /// </summary>
    public static async Task ForgetAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.TakeWriteLockAsync(cancellationToken);
        await using var context = await transaction.CreateContextAsync(cancellationToken);
        await context.StageStates
            .Where(state => state.Stage != DerivingStage.Merging && state.Stage != DerivingStage.Renames
                && state.Version != PostponedCount.Mark)
            .ExecuteDeleteAsync(cancellationToken);
        await context.Resolutions.ExecuteDeleteAsync(cancellationToken);
        await context.Concepts
            .Where(concept => concept.Digest != 0)
            .ExecuteUpdateAsync(concepts => concepts.SetProperty(concept => concept.Digest, 0L), cancellationToken);
    }
}
