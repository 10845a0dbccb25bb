import { useI18n } from 'vue-i18n';
import { type ColleagueSeat, listColleagues } from '@/api/colleagues';
import { may } from '@/api/session';
import { useEmployer } from '../../use-employer';
import { type Choice, findApprovers, findFireWatchers, findWelders } from '@/ui/desk/choices';

type Find = (words: string) => Promise<Choice[]>;
const LIMIT = 20;

/** Whom a form can name. Who manages people searches all they see; any other member finds the colleagues. */
export function usePeople(): { findWatchers: Find; findLeaders: Find; findWelders: Find } {
  const { t } = useI18n();
  const employer = useEmployer();
  const colleagues =
    (as: ColleagueSeat): Find =>
    async (q) => {
      if (employer.value === null) return [];
      const words = q.trim();
      const { items } = await listColleagues(employer.value, { as, limit: LIMIT, ...(words && { q: words }) });
      return items.map(({ id, name, roles, certificate }) => ({
        id,
        label: name,
        sub: certificate
          ? t(`certificate.state.${certificate.state}`)
          : roles.map((role) => t(`role.${role}`)).join(t('state.separator')),
      }));
    };
  if (may('user.read')) return { findWatchers: findFireWatchers, findLeaders: findApprovers, findWelders };
  return {
    findWatchers: colleagues('watcher'),
    findLeaders: colleagues('leader'),
    findWelders: colleagues('welder'),
  };
}
