using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace PaperGraph.Ingest.Fetching.Walks;

/// <summary>A question that an API answers in pages, each of which leads to the next.</summary>
internal abstract class ApiWalk
{
    private const int MaxNameLength = 500;

    /// <summary>The longest answer that is looked into for what follows; pages have hundreds of papers.</summary>
    private const long MaxPageBytes = 256 << 20;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxPageBytes,
    };

    /// <summary>What is asked, and of whom: the same question is the same walk.</summary>
    protected abstract string Question { get; }

    public abstract Uri First { get; }

    /// <summary>Whether a page stays at its address, so that only news of it are wanted when it is asked for again.</summary>
    public virtual bool HasLastingAddresses => false;

    public string Name
    {
        get
        {
            if (Question.Length <= MaxNameLength) return Question;
            var length = char.IsHighSurrogate(Question[MaxNameLength - 1]) ? MaxNameLength - 1 : MaxNameLength;
            return $"{Question[..length]} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Question)))}";
        }
    }

    /// <summary>Says what follows a page, and whether it is one.</summary>
    /// <param name="restart">See <see cref="WalkPage.Restart"/> of the page before.</param>
    /// <param name="body">Read from where it stands; stays open.</param>
    public WalkPage Read(Uri address, string? restart, Stream body)
    {
        if (body.Length > MaxPageBytes) return WalkPage.Unusable($"it is {body.Length >> 20} MiB long, and no page is");
        try
        {
            return Read(address, restart, Inflate(body));
        }
        catch (Exception exception) when (exception is JsonException or XmlException or InvalidDataException)
        {
            return WalkPage.Unusable($"it is not {Format}, or not all of it: {exception.Message.TrimEnd('.')}");
        }
    }

    /// <summary>What follows a page that is as it was, of a walk with lasting addresses; null behind the last.</summary>
    public virtual Uri? After(Uri address) => throw new NotSupportedException("The address of its next page stands in a page.");

    /// <summary>In words: <c>JSON</c>.</summary>
    protected abstract string Format { get; }

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="XmlException">It is not XML.</exception>
    protected abstract WalkPage ReadAnswer(Uri address, string? restart, Stream answer);

    protected static XElement ReadXml(Stream answer)
    {
        using var reader = XmlReader.Create(answer, Xml);
        return XDocument.Load(reader).Root!;
    }

    /// <summary>An address with parameters; those without a value are left out.</summary>
    protected static Uri Address(Uri service, string path, params (string Name, string? Value)[] parameters)
    {
        var query = string.Join('&', parameters
            .Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}"));
        return new Uri($"{service.AbsoluteUri.TrimEnd('/')}{path}?{query}");
    }

    /// <summary>The value of a parameter of an address; null where it has none of the name.</summary>
    protected static string? Parameter(Uri address, string name)
    {
        foreach (var pair in address.Query.TrimStart('?').Split('&'))
            if (pair.StartsWith($"{name}=", StringComparison.Ordinal)) return Uri.UnescapeDataString(pair[(name.Length + 1)..]);
        return null;
    }

    private WalkPage Read(Uri address, string? restart, (Stream Stream, bool IsOwn) answer)
    {
        try
        {
            return ReadAnswer(address, restart, answer.Stream);
        }
        finally
        {
            if (answer.IsOwn) answer.Stream.Dispose();
        }
    }

    /// <summary>Servers compress unasked, and say so or not.</summary>
    private static (Stream Stream, bool IsOwn) Inflate(Stream body)
    {
        var isGzip = body.ReadByte() == 0x1F && body.ReadByte() == 0x8B;
        body.Position = 0;
        return isGzip ? (new GZipStream(body, CompressionMode.Decompress, leaveOpen: true), true) : (body, false);
    }
}
