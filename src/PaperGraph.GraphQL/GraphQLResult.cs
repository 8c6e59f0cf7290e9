namespace PaperGraph.GraphQL;

/// <summary>
/// What the engine answers a request with: one <see cref="GraphQLResponse"/>, or a <see cref="GraphQLResponseStream"/> of many. There are
/// no other results.
/// </summary>
public abstract class GraphQLResult : IDisposable
{
    private protected GraphQLResult()
    {
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
