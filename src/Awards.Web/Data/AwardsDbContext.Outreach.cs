using Awards.Domain.Enquiries;
using Awards.Domain.Outreach;
using Microsoft.EntityFrameworkCore;

namespace Awards.Web.Data;

public abstract partial class AwardsDbContext
{
    public DbSet<ContactList> ContactLists => Set<ContactList>();
    public DbSet<Contact> Contacts => Set<Contact>();
    public DbSet<ContactUpload> ContactUploads => Set<ContactUpload>();
    public DbSet<Wave> Waves => Set<Wave>();
    public DbSet<WaveMail> WaveMails => Set<WaveMail>();
    public DbSet<Bounce> Bounces => Set<Bounce>();
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();
    public DbSet<FaqEntry> FaqEntries => Set<FaqEntry>();
}
