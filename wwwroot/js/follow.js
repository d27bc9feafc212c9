// A page that follows what somebody else does: asks for a short state every two seconds and loads anew when it is another one.
const page = document.querySelector('[data-follow]');

async function ask() {
  try {
    const answer = await fetch(page.dataset.follow, { cache: 'no-store', signal: AbortSignal.timeout(5000) });
    if (answer.ok && (await answer.text()) !== page.dataset.state) {
      location.reload();
      return;
    }
  } catch {
    // Asked again in two seconds.
  }
  setTimeout(ask, 2000);
}

if (page) setTimeout(ask, 2000);
