using PaperGraph.GraphQL.Execution;

namespace PaperGraph.GraphQL;

/// <summary>
/// Refuses a request that has several responses, to whoever asked for one; until it is disposed of, they can be taken instead.
/// </summary>
internal sealed class SeveralResponses(GraphQLError error, PreparedRequest prepared, RequestWatch watch) : RequestErrorResponse([error])
{
    private bool isTaken;

    /// <summary>What is to be executed, and watched to its end by whoever takes it.</summary>
    /// <exception cref="InvalidOperationException">It was taken, or disposed of.</exception>
    public (PreparedRequest Prepared, RequestWatch Watch) Take()
    {
        if (isTaken) throw new InvalidOperationException("The responses to a request can be asked for once, before the refusal is disposed of.");
        isTaken = true;
        return (prepared, watch);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (isTaken) return;
        isTaken = true;
        watch.Answered(this);
        watch.End();
    }
}
