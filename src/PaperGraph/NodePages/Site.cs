namespace PaperGraph.NodePages;

/// <summary>Where the program is met, as one request sees it.</summary>
/// <param name="Origin">Scheme and host.</param>
/// <param name="Base">The path below which the program is mounted.</param>
/// <param name="Assets">The address below which styles and scripts lie.</param>
/// <param name="HasScript">Whether the program was built with the script that completes the bar on top.</param>
public sealed record Site(string Origin, string Base, string Assets, bool HasScript)
{
    /// <param name="path">As <see cref="NodeAddress"/> makes it.</param>
    public string Address(string path) => Base + path;

    public string FullAddress(string path) => Origin + Base + path;

    /// <summary>With its origin.</summary>
    public string FullAsset(string name) => $"{Origin}{Assets}/{name}";
}
