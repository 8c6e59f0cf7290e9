namespace PaperGraph.GraphQL.Execution;

/// <summary>
/// Something to be read from a store, for all parents of a field at once: a statement and its parameters, say. Run by the host's
/// <see cref="IReadRunner"/> together with the other reads of its level.
/// </summary>
public abstract class Read
{
    /// <summary>Set by the runner where this read failed; then no value is asked for.</summary>
    public Exception? Failure { get; set; }

    /// <summary>
    /// The field's value of one parent, after the read was run: null, one value, a list, or a <see cref="FieldFailure"/>.
    /// An exception fails that element alone.
    /// </summary>
    public abstract object? ValueFor(object parent);
}

/// <summary>Runs reads; the engine's only way to a store.</summary>
public interface IReadRunner
{
    /// <summary>
    /// Runs all reads of a level, in one round trip where the store can. A read that fails has its <see cref="Read.Failure"/> set
    /// and hinders no other; an exception fails them all. Called again while it runs where a request defers or streams.
    /// </summary>
    ValueTask RunAsync(IReadOnlyList<Read> reads, CancellationToken cancellationToken);
}
