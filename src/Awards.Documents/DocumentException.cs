namespace Awards.Documents;

/// <summary>A document could not be made. The message is for operators; it can quote the template, so it is not shown to users.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public DocumentException() { }

    /// <summary>Creates the exception with its message.</summary>
    public DocumentException(string message) : base(message) { }

    /// <summary>Creates the exception with its message and its cause.</summary>
    public DocumentException(string message, Exception innerException) : base(message, innerException) { }
}
